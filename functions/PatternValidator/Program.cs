using Firetiger.PatternValidator;
using Firetiger.PatternValidator.CommandLine;

var settings = ValidatorSettings.FromEnvironment();
if (settings.RunsInLambda)
{
    await ValidatorFunction.RunAsync(settings);
    return 0;
}

return await PatternTool.RunAsync(args, StandardStreams.OfProcess(settings.AllowsColor), CancellationToken.None);
