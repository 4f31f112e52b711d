import type { ProblemMessages } from './problem.en'

/** The same in Chinese. */
export const problemZh: ProblemMessages = {
  'malformed-address': '地址中有本站地址不会出现的字符。',
  'not-understood': '无法识别：{keys}。请改正或删去。',
  'too-long': '一个地址容不下这么多条件：最多{most}个字符。',
  'not-here': '这个地址没有内容。可从/about了解本站有什么。',
  'no-edition': '没有第{n}版，最新为第{newest}版。',
  'not-found': '这一版中没有这条记录。',
  'no-frame': '这不是本站可以嵌入的页面。',
  'frame-format': '只提供format=json。',
  unavailable: '数据库没有响应，请稍后再试。',
  'foreign-origin': '只接受本站页面提交的表单。',
  'signed-out': '尚未登录。',
  method: '这个地址只供读取：GET或HEAD。',
}
