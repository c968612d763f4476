using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

public partial class LambdaBootstrapBuilder
{
    public static LambdaBootstrapBuilder Create<TOutput>(Func<Task<TOutput>> handler, ILambdaSerializer serializer) =>
        new(async (_, _) => Written(await handler(), serializer));

    public static LambdaBootstrapBuilder Create<TOutput>(
        Func<Stream, Task<TOutput>> handler,
        ILambdaSerializer serializer
    ) => new(async (input, _) => Written(await handler(input), serializer));

    public static LambdaBootstrapBuilder Create<TInput, TOutput>(
        Func<TInput, Task<TOutput>> handler,
        ILambdaSerializer serializer
    ) => new(async (input, _) => Written(await handler(serializer.Deserialize<TInput>(input)), serializer));

    public static LambdaBootstrapBuilder Create<TOutput>(
        Func<ILambdaContext, Task<TOutput>> handler,
        ILambdaSerializer serializer
    ) => new(async (_, context) => Written(await handler(context), serializer));

    public static LambdaBootstrapBuilder Create<TOutput>(
        Func<Stream, ILambdaContext, Task<TOutput>> handler,
        ILambdaSerializer serializer
    ) => new(async (input, context) => Written(await handler(input, context), serializer));

    public static LambdaBootstrapBuilder Create<TInput, TOutput>(
        Func<TInput, ILambdaContext, Task<TOutput>> handler,
        ILambdaSerializer serializer
    ) =>
        new(
            async (input, context) => Written(await handler(serializer.Deserialize<TInput>(input), context), serializer)
        );

    public static LambdaBootstrapBuilder Create<TOutput>(Func<TOutput> handler, ILambdaSerializer serializer) =>
        new((_, _) => Task.FromResult<Stream>(Written(handler(), serializer)));

    public static LambdaBootstrapBuilder Create<TOutput>(Func<Stream, TOutput> handler, ILambdaSerializer serializer) =>
        new((input, _) => Task.FromResult<Stream>(Written(handler(input), serializer)));

    public static LambdaBootstrapBuilder Create<TInput, TOutput>(
        Func<TInput, TOutput> handler,
        ILambdaSerializer serializer
    ) =>
        new((input, _) => Task.FromResult<Stream>(Written(handler(serializer.Deserialize<TInput>(input)), serializer)));

    public static LambdaBootstrapBuilder Create<TOutput>(
        Func<ILambdaContext, TOutput> handler,
        ILambdaSerializer serializer
    ) => new((_, context) => Task.FromResult<Stream>(Written(handler(context), serializer)));

    public static LambdaBootstrapBuilder Create<TOutput>(
        Func<Stream, ILambdaContext, TOutput> handler,
        ILambdaSerializer serializer
    ) => new((input, context) => Task.FromResult<Stream>(Written(handler(input, context), serializer)));

    public static LambdaBootstrapBuilder Create<TInput, TOutput>(
        Func<TInput, ILambdaContext, TOutput> handler,
        ILambdaSerializer serializer
    ) =>
        new(
            (input, context) =>
                Task.FromResult<Stream>(Written(handler(serializer.Deserialize<TInput>(input), context), serializer))
        );
}
