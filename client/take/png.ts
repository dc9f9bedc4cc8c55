/** An SVG → a PNG, drawn by the browser on a canvas that is never shown. */

/** Px on a side; larger canvases come out empty in some browsers. */
const MOST = 8_000

/**
 * @param scale px of the image for one of the SVG; made smaller where the image would be too large to draw
 * @throws Error where the browser cannot draw it
 */
export async function toPng(svg: string, scale = 2): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const most = Math.min(scale, MOST / image.naturalWidth, MOST / image.naturalHeight)
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(image.naturalWidth * most)
    canvas.height = Math.round(image.naturalHeight * most)
    const pen = canvas.getContext('2d')
    if (!pen) throw new Error('This browser has no canvas to draw on.')
    pen.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise<Blob>((resolve, reject) =>
      canvas.toBlob(
        (blob) => (blob ? resolve(blob) : reject(new Error('The picture is too large to draw.'))),
        'image/png',
      ),
    )
  } finally {
    URL.revokeObjectURL(url)
  }
}
