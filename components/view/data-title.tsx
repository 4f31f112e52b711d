import type { ReactNode } from 'react'
import type { Address } from '@/domain/address'
import type { Reading } from './reading'
import { ShareControl } from './share-control'

type DataTitleProps = {
  reading: Reading
  address: Address
  origin: string
  title: string
  lede: string
  description?: string
  children?: ReactNode
}

/** The head of a page that shows a part of the record: its title, what it is, what this view holds, and how to share it. */
export function DataTitle({ reading, address, origin, title, lede, description, children }: DataTitleProps) {
  return (
    <div className="flex flex-wrap items-start justify-between gap-4">
      <div className="max-w-3xl">
        <h1>{title}</h1>
        <p className="mt-2 text-muted">{lede}</p>
        {description !== undefined && (
          <p className="mt-1 font-semibold" data-description>
            {description}
          </p>
        )}
        {children}
      </div>
      <ShareControl reading={reading} address={address} title={title} origin={origin} />
    </div>
  )
}
