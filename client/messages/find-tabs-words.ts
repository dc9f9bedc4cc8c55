/** The words of the tab strip over the pages that find: they come with whichever of them is opened first. */
export const findTabsWords = {
  en: { label: 'Ways to find', find: 'Papers', survey: 'Survey', gaps: 'Gaps' },
  zh: { label: '查找方式', find: '论文', survey: '综述', gaps: '空白' },
}
