// Ratings: what a fact-check's free words say about its claim, in Vietnamese, English and Chinese.
import { fold } from '../../src/text/normalize.ts'

export type Rating = 'false' | 'true' | 'open'

/** The first that fits decides: "partly true" and "not true" are no "true". */
const readings: readonly (readonly [Rating, RegExp])[] = [
  [
    'open',
    /\b(?:unproven|unverified|chua xac minh|chua du can cu|research in progress|opinion)\b|尚无定论|未证实|存疑/,
  ],
  [
    'false',
    /\b(?:sai|khong dung|khong chinh xac|khong co that|gia mao|gia|bia dat|gay hieu lam|hieu nham|lua dao|xuyen tac|that thiet|khong co can cu|thieu can cu|cat ghep|mot phan|thieu ngu canh)\b/,
  ],
  [
    'false',
    /\b(?:false|fake|mislead\w*|misattributed|hoax|untrue|not true|incorrect|inaccurate|wrong|fabricated|altered|doctored|satire|scam|fraud|pants on fire|debunked|mixture|half true|partly|partially|mostly false|missing context|out of context|baseless|no evidence|unfounded|distorted|miscaptioned|outdated)\b/,
  ],
  ['false', /谣|不实|虚假|假|误导|错误|不符|伪|诈骗|断章取义|部分/],
  ['true', /\b(?:true|correct|accurate|dung|dung su that|chinh xac|xac thuc|co that|su that)\b|真|属实|正确/],
]

export function readRating(rating: string): Rating {
  const folded = fold(rating)
  return readings.find(([, pattern]) => pattern.test(folded))?.[0] ?? 'open'
}
