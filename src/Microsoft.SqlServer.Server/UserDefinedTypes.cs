namespace Microsoft.SqlServer.Server;

// Microsoft.Data.SqlClient cannot read a row without an assembly of this name. It uses four types of it, for CLR
// user-defined types, which the portal never has. They stand here until the package itself can be restored
// (docs/decisions/0004).

/// <summary>How a CLR user-defined type is serialized.</summary>
public enum Format
{
    Unknown,
    Native,
    UserDefined,
}

/// <summary>A CLR user-defined type that writes itself.</summary>
public interface IBinarySerialize
{
    void Read(BinaryReader r);

    void Write(BinaryWriter w);
}

/// <summary>Marks a CLR user-defined type.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class SqlUserDefinedTypeAttribute(Format format) : Attribute
{
    public Format Format => format;

    public bool IsByteOrdered { get; set; }

    public bool IsFixedLength { get; set; }

    public int MaxByteSize { get; set; }

    public string? Name { get; set; }

    public string? ValidationMethodName { get; set; }
}

/// <summary>A type that is no valid CLR user-defined type.</summary>
public sealed class InvalidUdtException : SystemException
{
    private InvalidUdtException(string message)
        : base(message)
    {
    }

    public static InvalidUdtException Create(Type udtType, string resourceReason) => new($"{udtType?.FullName}: {resourceReason}");
}
