using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using ThiDua.Domain;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace ThiDua.Web.Documents;

/// <summary>Reads the rows of one sheet, cell by cell: never the whole sheet at once.</summary>
internal sealed class XlsxRows(WorksheetPart part, XlsxValues values, XlsxLimits limits)
{
    private readonly List<ReadRow> _rows = [];
    private List<ReadCell> _cells = [];
    private int _row;
    private int _column;

    /// <param name="cells">How many written cells may still be read.</param>
    public IReadOnlyList<ReadRow> Read(ref int cells)
    {
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(X.Row))
            {
                Keep();
                if (reader.IsStartElement)
                {
                    Begin(reader);
                }
            }
            else if (reader.ElementType == typeof(X.Cell) && reader.IsStartElement && Cell((X.Cell)reader.LoadCurrentElement()!) is { IsEmpty: false } cell)
            {
                RuleViolation.Require(--cells >= 0, $"Tệp có quá nhiều ô dữ liệu (hơn {limits.Cells} ô).");
                _cells.Add(cell);
            }
        }

        return _rows;
    }

    private void Begin(OpenXmlReader reader)
    {
        var number = reader.Attributes.FirstOrDefault(attribute => attribute.LocalName == "r").Value;
        (_row, _column) = (number is null ? _row + 1 : CellAddress.Parse($"A{number}").Row, -1);
    }

    private ReadCell Cell(X.Cell cell)
    {
        var (column, row) = cell.CellReference?.Value is { } address ? CellAddress.Parse(address) : (_column + 1, _row);
        (_column, _row) = (column, row);
        var read = values.Of(cell, column, row);
        RuleViolation.Require(read.IsEmpty || column < limits.Columns, $"Ô {read.Address} nằm ngoài {limits.Columns} cột được đọc. Hãy xóa phần thừa bên phải bảng rồi tải lại.");
        return read;
    }

    private void Keep()
    {
        if (_cells.Count > 0)
        {
            RuleViolation.Require(_rows.Count < limits.Rows, $"Trang tính có hơn {limits.Rows} hàng dữ liệu.");
            _rows.Add(new(_row, _cells));
            _cells = [];
        }
    }
}
