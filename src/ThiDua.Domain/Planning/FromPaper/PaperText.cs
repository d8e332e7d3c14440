using System.Text.Json;
using ThiDua.Domain.Access;

namespace ThiDua.Domain.Planning.FromPaper;

/// <summary>A text that somebody brought in to make a plan of (văn bản đưa lên): kept as it came, read anew each time it is looked at.</summary>
public sealed class PaperText : IInClusterYear, IVersioned
{
    /// <summary>The longest text, in letters.</summary>
    public const int Longest = 1_000_000;

    private PaperText() => Name = Source = BroughtBy = "";

    /// <summary>Pasted text.</summary>
    /// <exception cref="RuleViolation">It is empty, too long, or was read in a wrong encoding.</exception>
    public PaperText(Actor by, string text, DateTime at)
        : this(by, "Văn bản dán vào", text, isFile: false, at) => _ = PaperReader.Read(text);

    /// <summary>The paragraphs of a file.</summary>
    /// <exception cref="RuleViolation">It has no text, too much, or one of another encoding.</exception>
    public PaperText(Actor by, string fileName, IReadOnlyList<SourceParagraph> paragraphs, DateTime at)
        : this(by, fileName, JsonSerializer.Serialize(paragraphs, JsonSerializerOptions.Default), isFile: true, at) => _ = PaperReader.Read(paragraphs);

    private PaperText(Actor by, string name, string content, bool isFile, DateTime at)
        : this()
    {
        RuleViolation.Require(content.Length <= Longest, "Văn bản dài quá 1.000.000 ký tự, không phải một kế hoạch. Chỉ đưa lên phần kế hoạch.", isFile ? "File" : "Text");
        (ClusterYearId, Name, Source, IsFile) = (by.ClusterYearId!.Value, Text.Clean(name) ?? "Văn bản", content, isFile);
        (BroughtBy, BroughtAt) = (by.UserName, at);
    }

    public int Id { get; private set; }

    public int ClusterYearId { get; private set; }

    /// <summary>The file's name.</summary>
    public string Name { get; private set; }

    public string Source { get; private set; }

    public bool IsFile { get; private set; }

    public string BroughtBy { get; private set; }

    public DateTime BroughtAt { get; private set; }

    /// <summary>The plan that was made of it.</summary>
    public int? PlanId { get; private set; }

    public Plan? Plan { get; private set; }

    public int Version { get; private set; }

    public PaperReading Reading() => IsFile ? PaperReader.Read(JsonSerializer.Deserialize<List<SourceParagraph>>(Source, JsonSerializerOptions.Default)!) : PaperReader.Read(Source);

    /// <summary>Notes the plan that was made of it; once.</summary>
    public void BecomesPlan(Actor by, Plan plan)
    {
        ArgumentNullException.ThrowIfNull(by);
        RuleViolation.Require(PlanId is null && Plan is null, "Văn bản này đã được lập thành dự thảo kế hoạch.");
        Plan = plan;
        Version++;
    }
}
