/** Where an entity is at home on the web: one link for each place, and only what a browser may open. */
import { expect, it } from '@jest/globals'
import { toLinks } from '../../../server/ask/links.ts'

const urls = (...addresses: string[]) => toLinks({}, addresses).map(({ name, url }) => `${name} ${url}`)

it.each([
  ['github.com/strings/kithara', 'GitHub https://github.com/strings/kithara'],
  ['https://www.github.com/strings/kithara.git', 'GitHub https://github.com/strings/kithara'],
  ['https://github.com/strings/kithara/tree/main/docs?x=1#top', 'GitHub https://github.com/strings/kithara'],
  [
    'https://huggingface.co/strings/kithara-7b/blob/main/a.json',
    'Hugging Face https://huggingface.co/strings/kithara-7b',
  ],
  ['huggingface.co/datasets/strings/notes', 'Hugging Face https://huggingface.co/datasets/strings/notes'],
  ['https://huggingface.co/papers/2312.00001', 'arXiv https://arxiv.org/abs/2312.00001'],
  ['arxiv.org/pdf/2312.00001v2.pdf', 'arXiv https://arxiv.org/abs/2312.00001'],
  ['doi: 10.1234/strings', 'DOI https://doi.org/10.1234/strings'],
  ['https://openreview.net/forum?id=abc', 'OpenReview https://openreview.net/forum?id=abc'],
  ['http://kithara.example.org/', 'kithara.example.org http://kithara.example.org'],
])('%s is %s', (address, expected) => {
  expect(urls(address)).toEqual([expected])
})

it.each([
  'javascript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  'ftp://example.org/x',
  'https://name:secret@example.org/',
  '2312.00752v2',
  'localhost',
  'not an address',
  '',
])('%s is no link', (address) => {
  expect(urls(address)).toEqual([])
})

it('gives the ids of a paper first, and each place once, however it is spelled', () => {
  const paper = { arxiv: '2312.00001', doi: '10.1234/strings', url: 'https://arxiv.org/abs/2312.00001' }
  const addresses = ['https://arxiv.org/pdf/2312.00001v3', 'https://github.com/a/b', 'https://github.com/A/B/issues']
  expect(toLinks(paper, addresses).map(({ name }) => name)).toEqual(['arXiv', 'DOI', 'GitHub'])
})

it('gives six at most, the most frequent ones', () => {
  const many = Array.from({ length: 20 }, (_, at) => `https://host${String.fromCharCode(97 + at)}.org`)
  expect(toLinks({}, many).map(({ name }) => name)).toEqual([
    'hosta.org',
    'hostb.org',
    'hostc.org',
    'hostd.org',
    'hoste.org',
    'hostf.org',
  ])
})
