/** Words of the overview: an argument in four pictures. */
export const overviewEn = {
  official: 'The latest official figures',
  balance: 'How much',
  estimates: 'Who says what',
  provinces: 'Where: the twelve of Document No. 47',
  neverListed: 'Never on the list',
  refinancingTitle: 'Borrowing new to repay old',
  mentions: 'Latest mentions',
  editions: 'Latest editions',
  all: 'See all',
  balanceGeneral: 'General',
  balanceSpecial: 'Special',
  balanceTotal: 'In all',
  balanceChart: 'Local government debt, official balance',
  growth: 'From {oldDate} to {newDate} the official balance grew from {old} to {new}.',
  growthKinds:
    'Special debt, which projects are to repay, made up {specialShare}% of it on {newDate}; general debt, which taxes are to repay, {generalShare}%.',
  growthFormula: 'Shares computed: special or general debt ÷ the balance of the same day.',
  claimsFinding:
    'Between {least} ({leastClaimant}) and {most} ({mostClaimant}): each counts something else on another day. They stand side by side and are never added.',
  scopes: {
    lgd_balance_total: 'Explicit: statutory debt within the limits',
    hidden_debt_balance: 'Hidden: what the state recognises as hidden debt',
    hidden_debt_target: 'Hidden: what is expected to remain after the swap',
    local_debt_broad: 'Explicit and hidden, with financing platforms',
    lgfv_debt: 'Financing platforms only',
  },
  officialDot: 'official count',
  estimateDot: 'estimate or projection',
  provincesFinding: '{in} of the {total} are on the list; {left} have left: {names}.',
  refinancing: 'In {period}, {share}% of the local bonds issued repaid old debt: {refi} of {total}.',
  refinancingMonth: 'In the latest month with both figures, {period}, it was {share}%.',
  refinancingFormula: 'Computed: refinancing bonds ÷ all bonds issued.',
  byYear: 'By year',
  sources: 'Sources: {names}.',
  dates: 'Reference dates: {from} to {to}.',
  oneDate: 'Reference date: {date}.',
  moreSources: 'and {count} more',
}

export type OverviewMessages = typeof overviewEn
