import type { EvidenceMessages } from './evidence.en'

/** 作为证据的文件所用的全部文字。 */
export const evidenceZh: EvidenceMessages = {
  types: {
    'image/png': 'PNG 图片',
    'image/jpeg': 'JPEG 图片',
    'image/webp': 'WebP 图片',
    'application/pdf': 'PDF，仅供下载',
    'application/octet-stream': '文件，仅供下载',
  },
  bytes: '{count} 字节',
  added: '{date}加入',
  kept: '已留存，不公开',
  redrawn: '展示的是重新绘制的图片，不含拍摄信息；哈希值取自原件',
  title: '{name}的文件',
  link: '文件',
  lede: '网页消失之后仍在的副本。文件清单属于已发布的记录；原件只留在编辑台。',
  none: '这一来源还没有留存文件。',
  add: '添加文件',
  file: '文件',
  fileHint: '不超过 20 MB。PNG、JPEG 和 WebP 可以展示；PDF 和其他文件只能下载。文件类型以内容为准。',
  access: '谁可以打开',
  accesses: { private: '不公开：仅限编辑台；读者只看到哈希值、大小和日期', public: '公开：所有读者' },
  reason: '理由',
  reasonHint: '写入记录的历史：文件从哪里来，说明了什么。',
  change: '更改文件',
  which: '哪一个',
  changes: { public: '改为公开', private: '改为不公开', remove: '从清单中去掉' },
  what: '怎样更改',
  save: '保存',
  original: '原件',
  warning: '凡曾列为公开的文件，在当时的版次里始终可以打开。出于隐私必须隐去的内容，另作遮蔽处理。',
}
