/** Whose account it is about: a guest's by their entry, a person's by their right to it. */
export type Visitor = { sessionId: string } | { userId: string; accountId: string }

export const visitorName = (visitor: Visitor): string =>
  'userId' in visitor ? `user:${visitor.userId}` : `guest:${visitor.sessionId}`
