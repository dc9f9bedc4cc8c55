/** Puts a file into the hands of the browser, which asks or knows where to keep it. */

export function download(name: string, content: Blob | string, type = 'text/plain;charset=utf-8'): void {
  const blob = typeof content === 'string' ? new Blob([content], { type }) : content
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  // The browser reads it after the click; by then it has.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** `RWKV – Mamba: a view` → `RWKV-Mamba-a-view.svg`; every script is kept, and nothing that a file system minds. */
export function fileName(title: string, extension: string): string {
  const stem = title
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
  return `${[...stem].slice(0, 80).join('') || 'kith'}.${extension}`
}
