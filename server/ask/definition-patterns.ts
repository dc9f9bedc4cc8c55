/**
 * How a sentence says what a name is, as a table: what stands before the name, and what after it.
 *
 * Precision before recall. "X is …" alone says little (X is great, X is why it fails), so nearly every row asks for a
 * noun of sort: X is a *method* …, X 是…的*框架*.
 */

/** Where in its sentence the name has to stand. */
export type Stand =
  /** First, but for a bullet, a speaker, an article, an emphasis. */
  | 'subject'
  /** Where `before` says. */
  | 'anywhere'

export interface DefinitionPattern {
  name: string
  /** A true example; the name stands in ⟦ ⟧. */
  example: string
  stand: Stand
  /** Against the words before the name; matched at their end. */
  before?: RegExp
  /** Against the words after the name, with what follows it in brackets taken away; matched at their beginning. */
  after: RegExp
  /** The surer a reader is to learn what it is, the higher; 100 at most. */
  worth: number
}

const words = (text: string) => text.trim().split(/\s+/).join('|')

/** What a thing of the field may be, in English; a plural of it, too. */
const SORT = `(?:${words(`
  accelerator agent algorithm application approach architecture assistant attack benchmark card chatbot chip classifier
  class collection company compiler concept corpus dataset decoder device discipline embedding encoder encoding engine
  ensemble extension family field form format framework function gpu implementation institute interface kernel kind lab laboratory
  language layer library llm loss mechanism method methodology metric model module network objective operator optimizer
  organization package paradigm pipeline platform policy problem procedure process processor professor programme project
  protocol researcher runtime scheme score service software solution standard strategy structure subfield suite system task
  team technique technology test testbed tokenizer tool toolkit transformer type unit university variant version
`)})(?:s|es)?\\b`

/** What a thing of the field may be, in Chinese. */
const SORT_ZH = `(?:${words(`
  模型 方法 算法 架构 框架 技术 机制 数据集 语料库 基准 工具 工具包 工具箱 库 平台 公司 显卡 芯片 系统 任务 过程 策略 范式 概念 指标 结构 网络 编码
  语言 优化器 损失 损失函数 函数 项目 组织 机构 实验室 协议 接口 标准 格式 设备 总线 引擎 编译器 方案 方式 变体 版本 系列 服务 处理器 加速器 智能体 助手
  机器人 模块 分支 领域 学科 理论 手段 单元 软件 软件包 编程模型 数据类型 变换 操作 运算 攻击 组件 规范 硬件 大模型 生成式AI AI LLM 增强版 实现 手册 套件 分布 思想 现象 标记语言 数据结构 算子 内核 存储 网卡 交换机 技巧 流程 思路 原语
`)})`

/** A verb with which authors name what they made. */
const PROPOSE = `\\b(?:${words('propose proposes proposed introduce introduces introduced present presents presented release releases released develop develops developed describe describes')})\\s+(?:the |a |an )?$`
const PROPOSE_ZH = `(?<!通过)(?:${words('提出 推出 引入 介绍 发布 开源 开发 设计 构建')})了?(?:一种|一个|一套|一款|新的|的|\\s)*$`

/** Up to nine words that stay before the first preposition: the noun of sort is the head, not something further on. */
const FEW = `(?:(?!(?:of|for|in|to|that|which|with|by|on|from|as|at|where|when|whose|than|between|and|or)\\b)[^\\s,.;:，。；：]+\\s+){0,9}?`
const FEW_ZH = `[^，。；：！？,;:!?]{0,36}?`
/** 一种, 一个可以…的 */
const ONE_ZH = `(?:一|某)(?:种|个|类|款|套|项|门|家|组|块|张|篇|份|系列)`
const END_ZH = `(?=[，。；：、,;:.（(*"”\\s]|$)`

export const DEFINITION_PATTERNS: readonly DefinitionPattern[] = [
  {
    name: 'refers to',
    example: '⟦MoE⟧ refers to layers of which few are used at once',
    stand: 'subject',
    after: /^\s*(?:refers? to|is defined as|are defined as|stands? for|denotes)\s+\S/i,
    worth: 96,
  },
  {
    name: '是指',
    example: '⟦外推⟧是指在比训练更长的文本上使用模型',
    stand: 'subject',
    after: /^\s*[，,]?\s*(?:通常|一般|主要|就)?(?:是指|指的是|指的就是)\s*\S/,
    worth: 96,
  },
  {
    name: '所谓',
    example: '所谓⟦流水线并行⟧，就是把模型的层放到不同的设备上',
    stand: 'anywhere',
    before: /所谓的?[*_"“「]*$/,
    after: /^[^，。,]{0,6}[，,]?\s*(?:就|也就)?(?:是|即|指)(?!不是|否|什么|怎)/,
    worth: 94,
  },
  {
    name: '是一种',
    example: '⟦NVLink⟧ 是一种高速互连技术',
    stand: 'subject',
    after: new RegExp(
      `^\\s*[，,]?\\s*(?:本质上|本身|实际上|其实|通常|一般|则|就|也)?是(?:由[^，。]{1,30}的)?${ONE_ZH}${FEW_ZH}${SORT_ZH}${END_ZH}`,
    ),
    worth: 94,
  },
  {
    name: 'is a',
    example: '⟦Mamba⟧ is a selective state space model',
    stand: 'subject',
    after: new RegExp(`^,?\\s+(?:is|are|was)\\s+(?:an?|the|one of the)\\s+${FEW}${SORT}`, 'i'),
    worth: 92,
  },
  {
    name: 'proposes, a',
    example: 'We propose ⟦StarNet⟧, a network of stars',
    stand: 'anywhere',
    before: new RegExp(PROPOSE, 'i'),
    after: new RegExp(`^,\\s+(?:an?|the|which is an?)\\s+${FEW}${SORT}`, 'i'),
    worth: 92,
  },
  {
    name: '提出，一种',
    example: '我们提出了⟦StarNet⟧，一种观星的网络',
    stand: 'anywhere',
    before: new RegExp(PROPOSE_ZH),
    after: new RegExp(`^\\s*[，,]\\s*(?:这是|它是|是|作为)?${ONE_ZH}${FEW_ZH}${SORT_ZH}${END_ZH}`),
    worth: 92,
  },
  {
    name: '一种名为',
    example: '本文提出一种名为⟦StarNet⟧的观星网络',
    stand: 'anywhere',
    before: new RegExp(`${ONE_ZH}[^，。；]{0,12}(?:名为|叫做|称为|命名为)[*_"“「]*\\s*$`),
    after: new RegExp(`^\\s*的${FEW_ZH}${SORT_ZH}${END_ZH}`),
    worth: 90,
  },
  {
    name: 'a method called',
    example: 'a small network called ⟦StarNet⟧',
    stand: 'anywhere',
    before: new RegExp(`\\b(?:an?|the)\\s+${FEW}${SORT},?\\s+(?:called|named|dubbed|termed|namely)\\s+["“*_]*$`, 'i'),
    after: /^[*_”"]*(?:[,.;:]|\s+(?:which|that|to|for|is|in|and|by|with|as|on|from|\()\b|\s*$)/i,
    worth: 86,
  },
  {
    name: '基于…的模型',
    example: '⟦Codex⟧ 是基于 GPT 的模型',
    stand: 'subject',
    after: new RegExp(`^\\s*是(?:由|基于|用于|用来|针对|面向|专为|专门)${FEW_ZH}的${FEW_ZH}${SORT_ZH}${END_ZH}`),
    worth: 88,
  },
  {
    name: ': 一种',
    example: '⟦CMMLU⟧：一个综合性的中文评估基准',
    stand: 'subject',
    after: new RegExp(`^\\s*[：:]\\s*${ONE_ZH}${FEW_ZH}${SORT_ZH}${END_ZH}`),
    worth: 88,
  },
  {
    name: ', a',
    example: '⟦Mamba⟧, a selective state space model, is fast',
    stand: 'subject',
    after: new RegExp(`^,\\s+(?:an?)\\s+${FEW}${SORT}`, 'i'),
    worth: 86,
  },
  {
    name: ': a',
    example: '⟦Kithara⟧: a library for strings',
    stand: 'subject',
    after: new RegExp(`^\\s*(?::|—|–|-)\\s+(?:an?|the)\\s+${FEW}${SORT}`, 'i'),
    worth: 84,
  },
  {
    name: '，即',
    example: '⟦外推⟧，即在更长的文本上使用模型',
    stand: 'subject',
    after: /^\s*[，,]\s*(?:亦|也)?即(?![使便可将时刻])[^，。]{4,}/,
    worth: 80,
  },
  {
    name: '是…的',
    example: '⟦PyTorch⟧ 是脸书开源的深度学习框架',
    stand: 'subject',
    after: new RegExp(
      `^\\s*是(?!不|否|什么|怎|如何|哪|为什么|因为|为了|没|有|可以|很|最|唯一|首个|第一|目前|当前|真|要|在|我|你|他|这|那|先|从|跟|和|对)${FEW_ZH}的${FEW_ZH}${SORT_ZH}(?=[，。；,;.]|$)`,
    ),
    worth: 74,
  },
  {
    name: 'proposes, which',
    example: 'We introduce ⟦StarNet⟧, which finds stars by their colour',
    stand: 'anywhere',
    before: new RegExp(PROPOSE, 'i'),
    after: /^,\s+(?:which|that)\s+\w+s\b/i,
    worth: 80,
  },
  {
    name: '提出，通过',
    example: '本文提出了⟦StarNet⟧，通过颜色找到星星',
    stand: 'anywhere',
    before: new RegExp(PROPOSE_ZH),
    after: /^\s*[，,]\s*(?:该|其|它)?(?:方法|模型|框架|系统)?(?:旨在|通过|利用|用于|用来)/,
    worth: 76,
  },
  {
    name: '旨在',
    example: '⟦低秩分解⟧旨在把大矩阵写成小矩阵的乘积',
    stand: 'subject',
    after: /^\s*[，,]?\s*(?:旨在|aims? (?:to|at)|is (?:designed|intended) to)\s*\S/,
    worth: 74,
  },
]

/** A sentence with one of these judges, asks or doubts; it does not say what a thing is. */
export const NO_DEFINITION =
  /[?？]\s*$|吗[。！]?\s*$|是不是|是否|(?:不错|很好|好|关键|重要|巨大|主要|严重|头疼|难)的?(?:问题|挑战|选择|难题|瓶颈|障碍|例子|配置)|\b(?:challenging|difficult|not (?:an?|the)|key challenge|open problem|good (?:choice|idea)|bit|lot)\b|\b(?:promising|natural|popular|good|great|better|best|strong|common) (?:choice|candidate|baseline|option|alternative|fit)\b/i
