// Agreement of two reviewers who judged the same claims without seeing each other's verdict: Cohen's kappa.

export type Agreement = {
  readonly claims: number
  /** Share of equal verdicts; null without claims. */
  readonly observed: number | null
  /** Share of equal verdicts that chance alone would give; null without claims. */
  readonly expected: number | null
  /** 1 full agreement, 0 as chance, below 0 worse; null where chance alone would agree on everything. */
  readonly kappa: number | null
}

/** `pairs`: the first and the second person's verdict on each claim. */
export function measureAgreement<Label extends string>(pairs: readonly (readonly [Label, Label])[]): Agreement {
  const claims = pairs.length
  if (claims === 0) return { claims, observed: null, expected: null, kappa: null }
  const share = (test: (pair: readonly [Label, Label]) => boolean): number => pairs.filter(test).length / claims
  const observed = share(([first, second]) => first === second)
  const labels = new Set(pairs.flat())
  let expected = 0
  for (const label of labels) expected += share(([first]) => first === label) * share(([, second]) => second === label)
  return { claims, observed, expected, kappa: labels.size === 1 ? null : (observed - expected) / (1 - expected) }
}

/** Every so many claims a second person judges before seeing the first one's verdict. */
const sampleEvery = 5

/** Whether a claim belongs to the sample that is judged twice; known from its number, so that nobody chooses. */
export const isInSample = (claimId: number): boolean => claimId % sampleEvery === 0
