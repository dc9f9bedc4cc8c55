/** What was read: as the marks say once they are there, and as the answer said until then. */
import { isMarkedRead, marks, setRead } from '../../../state/marks.ts'
import type { RelatedPaper } from '../../../types.ts'

export const isRead = ({ id, read }: Pick<RelatedPaper, 'id' | 'read'>): boolean =>
  isMarkedRead(id) || (marks.value.status !== 'ready' && read)

export function toggleRead(paper: Pick<RelatedPaper, 'id' | 'read'>): void {
  void setRead(paper.id, !isRead(paper))
}
