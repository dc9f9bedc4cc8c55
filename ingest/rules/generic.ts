/** Words that name nothing in particular, though they stand where names stand: in a list of keywords, before a bracket. */
import { isHan } from '../fold.ts'

const GENERIC = new Set(
  `大语言模型 大型语言模型 大规模语言模型 语言模型 小语言模型 小型语言模型 预训练语言模型 大模型 人工智能 深度学习模型 模型 数据 数据集 开源模型
  模型训练 模型优化 模型性能 性能优化 性能提升 性能评估 性能分析 实验结果 实验研究 实证研究 案例研究 评估指标 评估方法 评估框架 评估基准 基准 基线
  基准测试 基准数据集 开源数据集 数据集构建 应用场景 技术框架 解决方案 复杂任务 用户体验 传统方法 训练数据 推理任务 推理过程 自动化 准确性 有效性 可靠性 效率提升
  框架 方法 系统 任务 论文 文献综述 综述 工具 平台 开源 开源工具
  llm llms plm plms slm slms lm lms ai model models data dataset datasets benchmark benchmarks framework method methods approach system
  large-language-model large-language-models language-model language-models foundation-model-based the-paper our-method our-model appendix
  figure table section eq equation ours i ii iii iv v a b c d e.g i.e et-al etc n p k x y url http https pdf code github the this that it we our`
    .split(/\s+/)
    .filter(Boolean),
)

export function isGeneric(name: string): boolean {
  if (isHan(name.charCodeAt(0))) return GENERIC.has(name) || COUNTED.test(name) || LANGUAGE_MODELS.test(name)
  return GENERIC.has(name.trim().toLowerCase().replace(/\s+/g, '-')) || NUMBER.test(name) || COUNTED.test(name)
}

// 多个大型语言模型, 评估大语言模型
const LANGUAGE_MODELS = /.大(?:型|规模)?语言模型$/
const NUMBER = /^[\d.,%\s$+-]*$/
// 2023年, 三种
const COUNTED = /[\d一二三四五六七八九十]+[年月日种个倍]$/
