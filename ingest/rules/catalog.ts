/**
 * Every rule that finds names: what `kith extract` prints as `rule`, why it may be believed, and a true example.
 *
 * In an example the found name stands in ⟦ ⟧. Lines of a page stand one below the other.
 */
import { DEFINITIONS } from './definitions.ts'

export interface RuleNote {
  name: string
  reason: string
  example: string
}

const PAGE = '# StarNet: Watching Stars\n\narXiv: 2401.00001\n\n**作者**: Ada Stern, Bo Himmel\n\n'

const NOTES: readonly RuleNote[] = [
  {
    name: 'link:arxiv',
    reason: 'an arXiv address is one paper, however it is spelled',
    example: '见 ⟦https://arxiv.org/abs/2312.00752v2⟧。',
  },
  { name: 'link:arxiv-id', reason: 'a bare arXiv identifier', example: 'see arXiv: ⟦2312.00752⟧' },
  {
    name: 'link:arxiv-doi',
    reason: 'arXiv gives every paper a DOI',
    example: '⟦https://doi.org/10.48550/arXiv.2312.00752⟧',
  },
  {
    name: 'link:hugging-face-paper',
    reason: 'paper pages there carry the arXiv identifier',
    example: '⟦https://huggingface.co/papers/2312.00752⟧',
  },
  {
    name: 'link:openreview',
    reason: 'a forum or PDF there is one paper',
    example: '⟦https://openreview.net/forum?id=AbCdEf12⟧',
  },
  { name: 'link:acl-anthology', reason: 'one paper each', example: '⟦https://aclanthology.org/P19-1001⟧' },
  { name: 'link:doi', reason: 'an identifier of one publication', example: '⟦https://doi.org/10.1000/xyz123⟧' },
  {
    name: 'link:proceedings',
    reason: 'a PDF in proceedings is one paper',
    example: '⟦https://www.usenix.org/system/files/osdi22-stern.pdf⟧',
  },
  {
    name: 'link:hugging-face-dataset',
    reason: 'the address says that it is a dataset',
    example: '⟦https://huggingface.co/datasets/stern/starset⟧',
  },
  {
    name: 'link:hugging-face-model',
    reason: 'what stands under an account there is a model',
    example: '⟦https://huggingface.co/stern/starmodel-7b⟧',
  },
  {
    name: 'link:github',
    reason: 'a repository is the home of a tool, or of what the paper of this page proposes',
    example: '⟦https://github.com/stern/starwatch⟧',
  },
  {
    name: 'link:project-page',
    reason: 'the page of one project presents what it is called after',
    example: '⟦https://starwatch.github.io/⟧',
  },
  {
    name: 'link:site',
    reason: 'a site called like a tool of the word lists is the tool',
    example: '⟦https://www.starfinder.ai/⟧',
  },
  {
    name: 'title:page',
    reason: 'the heading of a page about one paper is its title',
    example: PAGE.replace('StarNet: Watching Stars', '⟦StarNet: Watching Stars⟧'),
  },
  {
    name: 'title:link',
    reason: 'three words or more that link to a paper are its title',
    example: '[⟦Watching Stars With Small Networks⟧](https://arxiv.org/abs/2401.00001)',
  },
  {
    name: 'title:quoted',
    reason: 'English words between 《 and 》 are a title',
    example: '《⟦Watching Stars With Small Networks⟧》',
  },
  {
    name: 'layout:authors',
    reason: 'the line is labelled so',
    example: '**作者**: ⟦Ada Stern⟧, Bo Himmel',
  },
  {
    name: 'layout:keywords',
    reason: 'the line is labelled so',
    example: '**关键词**: `⟦星图压缩⟧` `观星`',
  },
  {
    name: 'layout:subject',
    reason: 'the line files its document under a subject; it is a mention that joins nothing',
    example: '**匹配领域**: **支柱九：⟦具身大模型⟧**',
  },
  {
    name: 'own:keyword',
    reason: 'what is a keyword of a document is a name in all of it',
    example: '**关键词**: `星图压缩` `观星`\n\n我们谈⟦星图压缩⟧。',
  },
  {
    name: 'own:title',
    reason: 'a title that begins with a coined word and a colon names what the paper proposes',
    example: `${PAGE}所以 ⟦StarNet⟧ 更快。`,
  },
  {
    name: 'own:bracket',
    reason: 'a short form in brackets whose letters stand in the words before it (Schwartz & Hearst, 2003)',
    example: 'with ⟦Stellar Graph Pruning⟧ (SGP) it is fast',
  },
  {
    name: 'own:bracket-zh',
    reason: 'a Chinese name used more than once, with its short or English form in brackets',
    example: '提出了⟦星图压缩⟧（SGC）。星图压缩很快。',
  },
  { name: 'lexicon', reason: 'the word lists have this spelling', example: '连⟦rwkv⟧都改了' },
  {
    name: 'lexicon:cue',
    reason: 'also an ordinary word, but a word that shows its kind stands near',
    example: 'the ⟦star⟧ 模型',
  },
  {
    name: 'lexicon:document',
    reason: 'also an ordinary word, but the document names the same thing plainly elsewhere',
    example: '张量并行和流水线并行里，⟦TP⟧ 更贵。',
  },
  {
    name: 'lexicon:version',
    reason: 'a version or size after a known name makes another name',
    example: '还没人见过 ⟦RWKV-99⟧。',
  },
  {
    name: 'people:et-al',
    reason: 'two capitalised words or more before "et al."',
    example: '如 ⟦Yejin Park⟧ et al. 所说',
  },
  {
    name: 'people:grammar',
    reason: 'after "by" or a title, where the grammar takes the words for a person',
    example: 'It was proposed by ⟦Percy Lindqvist⟧ at a workshop.',
  },
]

export const CATALOG: readonly RuleNote[] = [
  ...NOTES,
  ...DEFINITIONS.map(({ name, reason, example }) => ({ name: `own:${name}`, reason, example })),
]
