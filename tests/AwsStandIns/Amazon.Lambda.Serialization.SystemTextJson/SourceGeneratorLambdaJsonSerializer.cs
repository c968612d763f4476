#nullable enable annotations
namespace Amazon.Lambda.Serialization.SystemTextJson
{
    using System.Diagnostics.CodeAnalysis;
    using System.Text.Json;
    using System.Text.Json.Serialization;
    using System.Text.Json.Serialization.Metadata;
    using Amazon.Lambda.Core;

    public class SourceGeneratorLambdaJsonSerializer<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSGContext
    > : ILambdaSerializer
        where TSGContext : JsonSerializerContext
    {
        private readonly TSGContext _context;

        public SourceGeneratorLambdaJsonSerializer()
            : this(null) { }

        public SourceGeneratorLambdaJsonSerializer(Action<JsonSerializerOptions>? customizer)
        {
            var options = new JsonSerializerOptions
            {
                DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
                PropertyNameCaseInsensitive = true,
                Converters = { new Base64Stream() },
            };
            customizer?.Invoke(options);
            _context = (TSGContext)
                typeof(TSGContext).GetConstructor([typeof(JsonSerializerOptions)])!.Invoke([options]);
        }

        public T Deserialize<T>(Stream requestStream) => JsonSerializer.Deserialize(requestStream, Info<T>())!;

        public void Serialize<T>(T response, Stream responseStream) =>
            JsonSerializer.Serialize(responseStream, response, Info<T>());

        private JsonTypeInfo<T> Info<T>() =>
            _context.GetTypeInfo(typeof(T)) as JsonTypeInfo<T>
            ?? throw new InvalidOperationException(
                $"No JsonTypeInfo registered in {typeof(TSGContext).FullName} for type {typeof(T).FullName}."
            );

        private sealed class Base64Stream : JsonConverter<MemoryStream>
        {
            public override MemoryStream Read(
                ref Utf8JsonReader reader,
                Type typeToConvert,
                JsonSerializerOptions options
            ) => new(reader.GetBytesFromBase64());

            public override void Write(Utf8JsonWriter writer, MemoryStream value, JsonSerializerOptions options) =>
                writer.WriteBase64StringValue(value.ToArray());
        }
    }
}
