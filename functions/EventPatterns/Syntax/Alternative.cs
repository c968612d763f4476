using Firetiger.EventPatterns.Operators;
using Firetiger.EventPatterns.Text;

namespace Firetiger.EventPatterns.Syntax;

/// <summary>One of the values of a list.</summary>
/// <param name="Match">What it asks for.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Path">Its place, such as <c>$.detail.state[0]</c>.</param>
internal readonly record struct Alternative(ValueMatch Match, TextSpan Span, JsonPath Path);
