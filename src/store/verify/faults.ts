/** What is wrong, in words for whoever operates the desk. `seq` names the entry, where one is at fault. */
export type Fault = { seq: number | null; subject: string; why: string }

/**
 * The faults that are found, in whichever order: the first entry that is wrong is the one to name. What
 * stands beside the ledger counts where every entry is right: it may only differ because one is not.
 */
export function faults() {
  let entry: (Fault & { seq: number }) | null = null
  let among: (Fault & { seq: number; to: number }) | null = null
  let beside: Fault | null = null

  function first(): Fault | null {
    const exact = entry ?? beside
    if (!among) return exact
    const { to, ...broad } = among
    return exact?.seq != null && exact.seq <= to ? exact : broad
  }

  return {
    /** An entry is wrong, or missing. */
    entry(place: number, subject: string, why: string): void {
      // No place comes before the first: what stands there is the entry that is not in its own.
      const seq = Math.max(1, place)
      if (!entry || seq < entry.seq) entry = { seq, subject, why }
    },
    /** Something that the entries speak of is wrong. */
    beside(seq: number | null, subject: string, why: string): void {
      if (!beside || (seq ?? Infinity) < (beside.seq ?? Infinity)) beside = { seq, subject, why }
    },
    /** One of these entries is wrong, or what it told: which of them, another fault may say. */
    among(run: { from: number; to: number }, subject: string, why: string): void {
      among ??= { seq: run.from, to: run.to, subject, why }
    },
    first,
  }
}

export type Faults = ReturnType<typeof faults>
