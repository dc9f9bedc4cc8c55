/** What stands right before a name that a paper introduces, on the page of that paper. */

export interface IntroducingWords {
  name: string
  reason: string
  /** A true example; the name that is introduced is ⟦Kind name⟧. */
  example: string
  /** Its group is the cue. */
  pattern: RegExp
}

const NOUN =
  '(?:model|method|framework|approach|system|benchmark|dataset|algorithm|pipeline|architecture|toolkit|library|paradigm|technique|strategy|mechanism|agent|suite|corpus|optimizer|attack|module|metric)s?'
const ADJECTIVE =
  '(?:(?!(?:on|of|in|with|by|for|from|to|that|which|and|or|using|over|into|extends?|improv\\w+|enhanc\\w+)\\b)[A-Za-z][\\w-]*,? ){0,6}'
const MARK = '[*_"\'“‘`「《(（\\\\{]*(?:(?:textbf|textit|texttt|textsc|emph)\\{)?'
const 名 = '(?:模型|方法|框架|系统|基准测试|基准|数据集|算法|架构|机制|策略|工具包|工具|范式|技术|流程)'

export const INTRODUCING: readonly IntroducingWords[] = [
  {
    name: 'we-propose',
    reason: 'authors name what they propose where they propose it',
    example: 'In this work we propose a new framework called ⟦Method StarNet⟧.',
    pattern: new RegExp(
      `\\b((?:we|this (?:paper|work|study|article)|the authors) (?:\\w+ly )?(?:therefore |thus |also |then |further |first )?(?:propose|introduce|present|develop|release|design)(?:s|ed)?) (?:(?:an?|the|our) )?${ADJECTIVE}(?:${NOUN}(?:,| --| —)? (?:\\(?(?:called|named|dubbed|termed|namely) )?)?(?:(?:called|named|dubbed|termed|namely) )?${MARK}$`,
      'i',
    ),
  },
  {
    name: '提出',
    reason: '论文在提出之处命名',
    example: '本文提出了一种新的框架⟦Method StarNet⟧，用于观星。',
    pattern: new RegExp(
      `((?:本文|我们|作者|论文|本研究|该研究|本工作|该论文|研究团队|研究者|为此)(?:因此|进一步|首次|还|则|，|,)?(?:提出|引入|介绍|构建|开发|发布|推出|设计)了?)(?:一[个种套款项]|首个)?(?:[^，。；：、,;:（）()]{0,16}?(?:${名}(?:——|—|，|,|：|:)?(?:名为|称为|即)?|的|名为|称为))?(?:新型|创新)?\\s?${MARK}$`,
    ),
  },
  {
    name: '要点',
    reason: '一句话要点以所提出者开头',
    example: '**提出⟦Method StarNet⟧框架以解决观星问题**',
    pattern: /^[*_\s]*(提出了?)(?:一[个种套款项])?(?:新的|新型|创新的)?\s?$/,
  },
]
