/** Third-party actions, by full commit; the comment names the release. */
export const PINS = {
  checkout: { uses: 'actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8', version: 'v5.0.0' },
} as const;

/** The whole history, without credentials left behind in the checkout. */
export const checkout = {
  uses: PINS.checkout.uses,
  with: { 'fetch-depth': 0, 'persist-credentials': false },
};
