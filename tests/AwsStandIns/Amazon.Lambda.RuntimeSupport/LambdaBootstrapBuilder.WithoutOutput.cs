using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

public partial class LambdaBootstrapBuilder
{
    public static LambdaBootstrapBuilder Create(Func<Task> handler) => Silent((_, _) => handler());

    public static LambdaBootstrapBuilder Create(Func<Stream, Task> handler) => Silent((input, _) => handler(input));

    public static LambdaBootstrapBuilder Create<TInput>(Func<TInput, Task> handler, ILambdaSerializer serializer) =>
        Silent((input, _) => handler(serializer.Deserialize<TInput>(input)));

    public static LambdaBootstrapBuilder Create(Func<ILambdaContext, Task> handler) =>
        Silent((_, context) => handler(context));

    public static LambdaBootstrapBuilder Create(Func<Stream, ILambdaContext, Task> handler) =>
        Silent((input, context) => handler(input, context));

    public static LambdaBootstrapBuilder Create<TInput>(
        Func<TInput, ILambdaContext, Task> handler,
        ILambdaSerializer serializer
    ) => Silent((input, context) => handler(serializer.Deserialize<TInput>(input), context));

    public static LambdaBootstrapBuilder Create(Action handler) =>
        Silent(
            (_, _) =>
            {
                handler();
                return Task.CompletedTask;
            }
        );

    public static LambdaBootstrapBuilder Create(Action<Stream> handler) =>
        Silent(
            (input, _) =>
            {
                handler(input);
                return Task.CompletedTask;
            }
        );

    public static LambdaBootstrapBuilder Create<TInput>(Action<TInput> handler, ILambdaSerializer serializer) =>
        Silent(
            (input, _) =>
            {
                handler(serializer.Deserialize<TInput>(input));
                return Task.CompletedTask;
            }
        );

    public static LambdaBootstrapBuilder Create(Action<ILambdaContext> handler) =>
        Silent(
            (_, context) =>
            {
                handler(context);
                return Task.CompletedTask;
            }
        );

    public static LambdaBootstrapBuilder Create(Action<Stream, ILambdaContext> handler) =>
        Silent(
            (input, context) =>
            {
                handler(input, context);
                return Task.CompletedTask;
            }
        );

    public static LambdaBootstrapBuilder Create<TInput>(
        Action<TInput, ILambdaContext> handler,
        ILambdaSerializer serializer
    ) =>
        Silent(
            (input, context) =>
            {
                handler(serializer.Deserialize<TInput>(input), context);
                return Task.CompletedTask;
            }
        );
}
