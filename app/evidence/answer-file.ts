import { type FileType, isPicture } from '@/domain/evidence-file'

const POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"

/** A file that somebody gave us: a picture may be looked at, all else only saved, and nothing in it runs here. */
export function answerFile(
  { type, bytes, name }: { type: FileType; bytes: Buffer; name: string },
  headers: Record<string, string>,
): Response {
  const disposition = isPicture(type) ? 'inline' : 'attachment'
  const plain = name.replace(/[^\w.-]/g, '_')
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': type,
      'Content-Length': String(bytes.length),
      'Content-Disposition': `${disposition}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'Content-Security-Policy': POLICY,
      'Cross-Origin-Resource-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
      'X-Robots-Tag': 'noindex',
      ...headers,
    },
  })
}
