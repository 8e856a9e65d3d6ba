import { crc32 } from 'node:zlib';

/** 1980-01-01 00:00, the first moment a zip archive can name. */
export const DOS_TIME = 0;
export const DOS_DATE = 0x0021;

const VERSION = 20;
const UTF8_NAMES = 0x0800;

/** Packs parts without compression: for handing inspected parts on, not for keeping. */
export function packStored(parts: ReadonlyMap<string, Buffer>): Buffer {
  const body: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [path, bytes] of parts) {
    const name = Buffer.from(path, 'utf8');
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    describe(local, 4, { name, bytes });
    const listed = Buffer.alloc(46);
    listed.writeUInt32LE(0x02014b50, 0);
    listed.writeUInt16LE(VERSION, 4);
    describe(listed, 6, { name, bytes });
    listed.writeUInt32LE(at, 42);
    body.push(local, name, bytes);
    directory.push(listed, name);
    at += local.length + name.length + bytes.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...body, listing, end]);
}

/** The fields that local header and directory entry share, in the same order. */
function describe(
  header: Buffer,
  at: number,
  part: { readonly name: Buffer; readonly bytes: Buffer },
): void {
  header.writeUInt16LE(VERSION, at);
  header.writeUInt16LE(UTF8_NAMES, at + 2);
  header.writeUInt16LE(DOS_TIME, at + 6);
  header.writeUInt16LE(DOS_DATE, at + 8);
  header.writeUInt32LE(crc32(part.bytes), at + 10);
  header.writeUInt32LE(part.bytes.length, at + 14);
  header.writeUInt32LE(part.bytes.length, at + 18);
  header.writeUInt16LE(part.name.length, at + 22);
}
