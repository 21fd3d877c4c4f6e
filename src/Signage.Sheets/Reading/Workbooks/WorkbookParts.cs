using System.IO.Compression;
using System.Xml;
using Signage.Core.Text;

namespace Signage.Sheets.Reading.Workbooks;

/// <summary>The parts of an <c>.xlsx</c> file. What they unpack to is counted while it is read, whatever the file says about itself.</summary>
internal sealed class WorkbookParts : IDisposable
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, CloseInput = true };

    private readonly ZipArchive _zip;
    private readonly string _path;
    private long _left = SheetBounds.UnpackedBytes;

    /// <summary>Opens it.</summary>
    /// <exception cref="InvalidDataException">It is no archive.</exception>
    public WorkbookParts(string path, byte[] bytes) => (_path, _zip) = (path, new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read));

    /// <summary>A part for reading; null when there is none of this name.</summary>
    public XmlReader? Open(string name) => _zip.GetEntry(name.TrimStart('/')) is { } part ? XmlReader.Create(new CountedStream(part.Open(), this), Settings) : null;

    /// <inheritdoc />
    public void Dispose() => _zip.Dispose();

    private void Take(int bytes)
    {
        _left -= bytes;
        if (_left < 0)
        {
            throw new SheetException(Words.WorkbookBomb.With(_path, SheetBounds.UnpackedBytes >> 20));
        }
    }

    private sealed class CountedStream(Stream inner, WorkbookParts parts) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            parts.Take(read);
            return read;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
