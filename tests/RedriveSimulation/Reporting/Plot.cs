using System.Globalization;
using System.Text;

namespace Firetiger.RedriveSimulation.Reporting;

/// <summary>A plot of lines as SVG, readable on a light and on a dark page.</summary>
/// <param name="title">Above it.</param>
/// <param name="xLabel">Below the horizontal axis.</param>
/// <param name="yLabel">Above the vertical axis.</param>
/// <param name="lines">The lines.</param>
internal sealed class Plot(string title, string xLabel, string yLabel, IReadOnlyList<Series> lines)
{
    private const int Width = 760;
    private const int Height = 360;
    private const int Left = 80;
    private const int Right = 20;
    private const int Top = 70;
    private const int Bottom = 50;

    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    private readonly StringBuilder _svg = new();
    private readonly double _xStep = Step(lines.Max(line => line.Points.Max(point => point.X)));
    private readonly double _yStep = Step(lines.Max(line => line.Points.Max(point => point.Y)));

    private double XEnd => Ceiling(lines.Max(line => line.Points.Max(point => point.X)), _xStep);

    private double YEnd => Ceiling(lines.Max(line => line.Points.Max(point => point.Y)), _yStep);

    /// <summary>Draws it.</summary>
    /// <returns>SVG.</returns>
    public string Draw()
    {
        _svg.AppendLine(
            Invariant,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"12\">"
        );
        _svg.AppendLine(Invariant, $"<rect width=\"{Width}\" height=\"{Height}\" fill=\"#fff\"/>");
        Text(Left, 22, title, "font-size=\"15\" font-weight=\"bold\"");
        Text(Left, 62, yLabel, "fill=\"#555\"");
        Text((Left + Width - Right) / 2.0, Height - 10, xLabel, "text-anchor=\"middle\" fill=\"#555\"");
        Grid();
        DrawLines();
        _svg.AppendLine(Invariant, $"</svg>");
        return _svg.ToString();
    }

    private static double Step(double most)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(most, 1e-9) / 5)));
        return new[] { 1.0, 2, 5, 10 }.Select(factor => factor * power).First(step => most / step <= 6);
    }

    private static double Ceiling(double most, double step) => Math.Max(step, Math.Ceiling(most / step) * step);

    private void Grid()
    {
        for (var y = 0.0; y <= YEnd + (_yStep / 2); y += _yStep)
        {
            _svg.AppendLine(
                Invariant,
                $"<path d=\"M{X(0):0.#} {Y(y):0.#}H{X(XEnd):0.#}\" stroke=\"{(y == 0 ? "#333" : "#ddd")}\"/>"
            );
            Text(Left - 8, Y(y) + 4, y.ToString("N0", CultureInfo.InvariantCulture), "text-anchor=\"end\"");
        }

        for (var x = 0.0; x <= XEnd + (_xStep / 2); x += _xStep)
        {
            Text(
                X(x),
                Height - Bottom + 18,
                x.ToString("0.##", CultureInfo.InvariantCulture),
                "text-anchor=\"middle\""
            );
        }
    }

    private void DrawLines()
    {
        var legend = (double)Left;
        foreach (var line in lines)
        {
            var points = string.Join(' ', line.Points.Select(Point));
            _svg.AppendLine(
                Invariant,
                $"<polyline points=\"{points}\" fill=\"none\" stroke=\"{line.Color}\" stroke-width=\"2\"/>"
            );
            _svg.AppendLine(Invariant, $"<path d=\"M{legend:0.#} 40h18\" stroke=\"{line.Color}\" stroke-width=\"3\"/>");
            Text(legend + 24, 44, line.Name, "");
            legend += 50 + (line.Name.Length * 6.5);
        }
    }

    private string Point((double X, double Y) point) =>
        string.Create(CultureInfo.InvariantCulture, $"{X(point.X):0.#},{Y(point.Y):0.#}");

    private double X(double value) => Left + (value / XEnd * (Width - Left - Right));

    private double Y(double value) => Height - Bottom - (value / YEnd * (Height - Top - Bottom));

    private void Text(double x, double y, string text, string style) =>
        _svg.AppendLine(
            Invariant,
            $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" {style}>{System.Security.SecurityElement.Escape(text)}</text>"
        );
}
