using System.Collections.ObjectModel;

namespace Firetiger.EventPatterns.Matching;

/// <summary>What one combination of the alternatives of all <c>$or</c>s asks for.</summary>
/// <param name="fields">The fields, in the order in which EventBridge decides them: by path, each once.</param>
internal sealed class Branch(IList<FieldCondition> fields) : ReadOnlyCollection<FieldCondition>(fields);
