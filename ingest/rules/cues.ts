/** Words that show which kind a doubtful name is of, when they stand near it: 一道 MATH 数据集的题, Orca 模型. */
import type { Kind } from '../types.ts'

export const CUES: Readonly<Record<Kind, RegExp>> = {
  Model: /模型|基座|权重|参数量|model|checkpoint|weights|\d+\s?[bB]\b/i,
  Method: /方法|算法|训练|优化|技术|架构|method|algorithm|train|approach|technique/i,
  Paper: /论文|文章|paper|arxiv/i,
  Hardware: /显卡|芯片|卡|内存|带宽|gpu|chip|card|memory/i,
  Dataset: /数据集|数据|评测|测试集|榜|benchmark|dataset|corpus|test set|leaderboard/i,
  Tool: /框架|库|工具|平台|framework|library|tool|package|repo/i,
  Organization: /公司|团队|实验室|大学|研究院|发布|开源|lab|team|university|released/i,
  Person: /教授|老师|博士|作者|等人|prof|author|et al/i,
  Concept: /问题|现象|能力|指标|任务|problem|phenomenon|task|metric|ability/i,
}

/** How far from a doubtful name its cue may stand, in code units. */
export const CUE_REACH = 24

/** In Chinese a cue touches the name it is for: 推理 is a concept in 推理能力, and mere use in 推理速度. */
export const TOUCHING = /^(?:能力|任务|算法|方法|机制|模块|技术|指标|性能|策略|问题|过程)/
export const TOUCH_REACH = 2
