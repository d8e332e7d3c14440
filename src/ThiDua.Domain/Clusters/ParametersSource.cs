namespace ThiDua.Domain.Clusters;

/// <summary>Where the parameters of a year come from: the regulation that they were taken from, and the document by which the year departs from it, with who entered that and when (UTC).</summary>
public sealed record ParametersSource
{
    public int? RegulationId { get; init; }

    /// <summary>The decision that issued the regulation.</summary>
    public DocumentReference? Regulation { get; init; }

    /// <summary>The document of the year's own change (sửa cho năm này); null: as taken.</summary>
    public DocumentReference? Deviation { get; init; }

    public string? ChangedBy { get; init; }

    public DateTime? ChangedAt { get; init; }

    /// <summary>"Theo Quy chế ban hành kèm theo Quyết định số 369/QĐ-CTĐ ngày 27/05/2019; sửa cho năm này theo văn bản số … ngày …".</summary>
    public string InWords()
    {
        var taken = Regulation is { } decision ? $"Theo Quy chế ban hành kèm theo văn bản số {decision.InWords()}" : "Chưa lấy theo Quy chế nào; nhập khi mở năm thi đua";
        return Deviation is { } document ? $"{taken}; sửa cho năm này bởi {ChangedBy}, văn bản số {document.InWords()}" : taken;
    }
}
