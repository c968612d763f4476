using Firetiger.PatternValidator;
using Firetiger.PatternValidator.CommandLine;

var settings = ValidatorSettings.FromEnvironment();
if (settings.RunsInLambda)
{
    await ValidatorFunction.RunAsync(settings);
    return 0;
}

var streams = new StandardStreams(Console.In, Console.Out, Console.Error);
return await PatternTool.RunAsync(args, streams, CancellationToken.None);
