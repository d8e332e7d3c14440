namespace ThiDua.Web.Data;

/// <summary>A key that protects cookies and form tokens, kept in the database so that restarts and several nodes share it.</summary>
public sealed class DataProtectionKey(string name, string xml)
{
    public int Id { get; private set; }

    public string Name { get; private set; } = name;

    public string Xml { get; private set; } = xml;
}
