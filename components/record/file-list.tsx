import { fillTemplate } from '@/components/chart/chart-words'
import type { Reading } from '@/components/view/reading'
import { type EvidenceFile, formatEvidencePath, isPicture } from '@/domain/evidence-file'
import { groupDigits } from '@/domain/format-number'
import { getEvidenceMessages } from '@/messages/public/evidence'
import { formatDoubtfulDate } from './dates'

/** The files kept for a source: what is public can be opened, and of all of them hash, size and date can be compared. */
export function FileList({ reading, files }: { reading: Reading; files: readonly EvidenceFile[] }) {
  const words = getEvidenceMessages(reading.language)
  return (
    <ul className="space-y-3">
      {files.map((file) => (
        <li key={file.sha256} data-file={file.access}>
          {file.access === 'public' ? (
            <a href={formatEvidencePath(file.sha256)} rel="nofollow" className="wrap-anywhere">
              {file.name}
            </a>
          ) : (
            <span className="wrap-anywhere">{file.name}</span>
          )}
          <span className="text-sm text-muted">
            {' · '}
            {words.types[file.type]} · {fillTemplate(words.bytes, { count: groupDigits(String(file.size)) })} ·{' '}
            {fillTemplate(words.added, { date: formatDoubtfulDate(reading.words, file.addedOn) })}
            {file.access === 'private' && ` · ${words.kept}`}
            {file.access === 'public' && isPicture(file.type) && ` · ${words.redrawn}`}
          </span>
          <code className="block text-xs text-muted wrap-anywhere">SHA-256 {file.sha256}</code>
        </li>
      ))}
    </ul>
  )
}
