/** The words around the quotes of a survey, in both languages: headings, labels and the account of the method. */
import type { Survey } from '../api/survey.ts'

export const SURVEY_LANGUAGES = ['en', 'zh'] as const
export type SurveyLanguage = (typeof SURVEY_LANGUAGES)[number]

export interface SurveyWords {
  title: (concept: string) => string
  intro: string
  said: string
  names: string
  papers: string
  others: string
  timeline: string
  period: string
  published: string
  met: string
  comparisons: string
  relation: (type: Survey['comparisons'][number]['type']) => string
  words: string
  questions: string
  method: string
  account: (method: Survey['method'], sections: number) => string
  kinds: Readonly<Record<string, string>>
  noQuote: string
}

const EN_RELATIONS: Readonly<Record<string, string>> = {
  COMPARED_WITH: 'compared with',
  EVALUATED_ON: 'evaluated on',
  VARIANT_OF: 'variant of',
}
const ZH_RELATIONS: Readonly<Record<string, string>> = {
  COMPARED_WITH: '对比',
  EVALUATED_ON: '评测于',
  VARIANT_OF: '变体，源自',
}

export const SURVEY_WORDS: Readonly<Record<SurveyLanguage, SurveyWords>> = {
  en: {
    title: (concept) => `${concept}: a survey starter`,
    intro:
      'Every sentence below is quoted from the notes and papers, with the file and line where it stands. None was made up for this survey.',
    said: 'What the notes say',
    names: 'Names',
    papers: 'Papers',
    others: 'Also named',
    timeline: 'Timeline',
    period: 'When',
    published: 'Papers',
    met: 'First named together with',
    comparisons: 'What was compared with what',
    relation: (type) => EN_RELATIONS[type] ?? type,
    words: 'In whose words',
    questions: 'Open questions',
    method: 'How this was made',
    account: ({ papers, ranked, passages, naming, names, groups, seed }, sections) =>
      [
        `${papers} of the ${ranked} papers that came up for the concept were kept: those that name it or are joined to it, and a few ranked as high.`,
        `${passages} passages were read for it${naming ? `, ${naming} of which name the concept` : ''}.`,
        sections
          ? `The ${names} names around it were grouped by the Louvain method on the weights of the graph (weight × NPMI, names that meet everyone damped), seed ${seed}: ${groups} groups, ${sections} of them large enough for a section. A section is called after the names that are frequent inside and rare outside, and a paper stands where its text names most.`
          : 'There was too little to group it into sections.',
        'The same graph gives the same survey.',
      ].join(' '),
    kinds: {},
    noQuote: 'No sentence of the notes says why.',
  },
  zh: {
    title: (concept) => `${concept}：综述起点`,
    intro: '下面每一句都摘自笔记与论文，并注明文件与行号；没有一句是为此编写的。',
    said: '笔记怎么说',
    names: '名称',
    papers: '论文',
    others: '另见',
    timeline: '时间线',
    period: '时间',
    published: '论文',
    met: '首次同现',
    comparisons: '谁与谁作过比较',
    relation: (type) => ZH_RELATIONS[type] ?? type,
    words: '原话',
    questions: '待解的问题',
    method: '这份材料如何得来',
    account: ({ papers, ranked, passages, naming, names, groups, seed }, sections) =>
      [
        `检索到 ${ranked} 篇论文，保留 ${papers} 篇：提到该概念或与之相连的，以及少数排名相当的。`,
        `共读取 ${passages} 段文字${naming ? `，其中 ${naming} 段提到该概念` : ''}。`,
        sections
          ? `周围的 ${names} 个名称按图的权重（权重 × NPMI，与谁都相连的名称已降权）用 Louvain 方法分组，随机种子 ${seed}：共 ${groups} 组，其中 ${sections} 组足以成节。每节以组内常见、组外少见的名称命名，论文归入其正文提及最多的一节。`
          : '材料太少，未分节。',
        '同一张图总是得到同一份综述。',
      ].join(''),
    kinds: {
      Model: '模型',
      Method: '方法',
      Paper: '论文',
      Hardware: '硬件',
      Dataset: '数据集',
      Tool: '工具',
      Organization: '机构',
      Person: '人物',
      Concept: '概念',
    },
    noQuote: '笔记中没有说明缘由的句子。',
  },
}
