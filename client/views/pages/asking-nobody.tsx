/** In the one-file page there is no server to ask, so none of the pages that ask one. */
export function AskingPage() {
  return null
}

export function FollowButton() {
  return null
}

export function PapersFold() {
  return null
}
