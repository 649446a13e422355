/**
 * Reading and acting from components: `useQueryCall` keeps a query's answer fresh, `useCommand` runs a command.
 * Answers are read again when the workstation says something changed. Nothing waits for a network: the
 * workstation is local, so queries run offline too.
 */
import {
	keepPreviousData,
	QueryClient,
	type UseMutationResult,
	type UseQueryResult,
	useMutation,
	useQuery,
} from "@tanstack/react-query";
import {
	type CallInput,
	type CallName,
	type CallOutput,
	type CommandName,
	call,
	onPush,
	type QueryName,
} from "./client.ts";
import type { AppFailure } from "./failure.ts";
import { touches } from "./watch.ts";

/** What came with the scan that opened a screen is not asked for again when the screen draws, ms. A push makes it old at once. */
const justReadMs = 500;

export const queryClient = new QueryClient({
	defaultOptions: {
		queries: { networkMode: "always", retry: false, refetchOnWindowFocus: false, staleTime: justReadMs },
		mutations: { networkMode: "always", retry: false },
	},
});

export type QueryOptions = {
	/** False: don't ask yet (its input isn't known). */
	enabled?: boolean;
	/** Aggregates the answer depends on (`job:<id>`, or a kind: `job`). Left out: any change asks again. */
	watch?: readonly string[];
	/** Ask again every so many ms, for clocks and devices. */
	everyMs?: number;
	/** Answers younger than this are not asked for again when a component draws, ms. For what only changes with a push. */
	freshMs?: number;
	/** Show the last answer while the next one for another input is on its way (lists, search). */
	keepPrevious?: boolean;
};

/** A query's answer. `error` is an {@link AppFailure}. Pass `input` inline: it is compared by value. */
export function useQueryCall<N extends QueryName>(
	name: N,
	input: CallInput<N>,
	options: QueryOptions = {},
): UseQueryResult<CallOutput<N>, AppFailure> {
	return useQuery<CallOutput<N>, AppFailure, CallOutput<N>, readonly unknown[]>({
		queryKey: [name, input],
		queryFn: () => call(name, input),
		enabled: options.enabled ?? true,
		refetchInterval: options.everyMs ?? false,
		meta: options.watch ? { watch: options.watch } : {},
		...(options.freshMs === undefined ? {} : { staleTime: options.freshMs }),
		...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
	});
}

/** Keeps an answer that came with another call, for the screen that will ask for it with `useQueryCall`. */
export function keepAnswer<N extends QueryName>(name: N, input: CallInput<N>, answer: CallOutput<N>): void {
	queryClient.setQueryData([name, input], answer);
}

/** A command: `const receive = useCommand("intake.receive")`, then `receive.mutate(input)` or `await receive.mutateAsync(input)`. */
export function useCommand<N extends CommandName>(name: N): UseMutationResult<CallOutput<N>, AppFailure, CallInput<N>> {
	return useMutation<CallOutput<N>, AppFailure, CallInput<N>>({
		mutationKey: [name],
		mutationFn: (input) => call(name, input),
		onSuccess: () => readAgain(["*"]),
	});
}

/** Marks one query's answers as old, whatever their input. */
export function refresh(name: CallName): Promise<void> {
	return queryClient.invalidateQueries({ queryKey: [name] });
}

let waiting: Set<string> | undefined;

/** Reads again what depends on `aggs`. Bursts (a fold of many events) become one round. */
function readAgain(aggs: readonly string[]): void {
	if (waiting) {
		for (const agg of aggs) waiting.add(agg);
		return;
	}
	const changed = new Set(aggs);
	waiting = changed;
	setTimeout(() => {
		waiting = undefined;
		void queryClient.invalidateQueries({ predicate: (query) => touches(query.meta?.watch, changed) });
	}, 25);
}

/** Starts listening to pushes. Called once, by main.tsx. */
export function startReadingAgain(): () => void {
	return onPush((push) => {
		if (push.type === "changed") readAgain(push.aggs);
		// Another person must not see the last one's screens: forget them and read anew.
		if (push.type === "session") void queryClient.resetQueries();
		if (push.type === "print") readAgain(["print"]);
		if (push.type === "sync") {
			void refresh("sync.state");
			void refresh("sync.status");
		}
		if (push.type === "devices") readAgain(["devices"]);
		if (push.type === "notice") void refresh("workstation.state");
	});
}
