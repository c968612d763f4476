using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

public partial class LambdaBootstrapBuilder
{
    public static LambdaBootstrapBuilder Create(Func<Task<Stream>> handler) => new((_, _) => handler());

    public static LambdaBootstrapBuilder Create(Func<Stream, Task<Stream>> handler) =>
        new((input, _) => handler(input));

    public static LambdaBootstrapBuilder Create<TInput>(
        Func<TInput, Task<Stream>> handler,
        ILambdaSerializer serializer
    ) => new((input, _) => handler(serializer.Deserialize<TInput>(input)));

    public static LambdaBootstrapBuilder Create(Func<ILambdaContext, Task<Stream>> handler) =>
        new((_, context) => handler(context));

    public static LambdaBootstrapBuilder Create(Func<Stream, ILambdaContext, Task<Stream>> handler) =>
        new((input, context) => handler(input, context));

    public static LambdaBootstrapBuilder Create<TInput>(
        Func<TInput, ILambdaContext, Task<Stream>> handler,
        ILambdaSerializer serializer
    ) => new((input, context) => handler(serializer.Deserialize<TInput>(input), context));

    public static LambdaBootstrapBuilder Create(Func<Stream> handler) => new((_, _) => Task.FromResult(handler()));

    public static LambdaBootstrapBuilder Create(Func<Stream, Stream> handler) =>
        new((input, _) => Task.FromResult(handler(input)));

    public static LambdaBootstrapBuilder Create<TInput>(Func<TInput, Stream> handler, ILambdaSerializer serializer) =>
        new((input, _) => Task.FromResult(handler(serializer.Deserialize<TInput>(input))));

    public static LambdaBootstrapBuilder Create(Func<ILambdaContext, Stream> handler) =>
        new((_, context) => Task.FromResult(handler(context)));

    public static LambdaBootstrapBuilder Create(Func<Stream, ILambdaContext, Stream> handler) =>
        new((input, context) => Task.FromResult(handler(input, context)));

    public static LambdaBootstrapBuilder Create<TInput>(
        Func<TInput, ILambdaContext, Stream> handler,
        ILambdaSerializer serializer
    ) => new((input, context) => Task.FromResult(handler(serializer.Deserialize<TInput>(input), context)));

    public static LambdaBootstrapBuilder Create(Action<Stream, ILambdaContext, MemoryStream> handler) =>
        new(
            (input, context) =>
            {
                var output = new MemoryStream();
                handler(input, context, output);
                output.Position = 0;
                return Task.FromResult<Stream>(output);
            }
        );
}
