using Firetiger.PatternValidator;
using Firetiger.PatternValidator.CommandLine;

var settings = ValidatorSettings.FromEnvironment();
if (settings.RunsInLambda)
{
    await ValidatorFunction.RunAsync(settings).ConfigureAwait(false);
    return 0;
}

var terminal = new Terminal(Console.In, Console.Out, Console.Error);
return await PatternTool.RunAsync(args, terminal, CancellationToken.None).ConfigureAwait(false);
