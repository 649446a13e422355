/** The edits under way on one photo: the tool in hand, the line being drawn, and every step back. */
import { useCallback, useState } from "react";
import { type Box, cutOf, type Edits, type Mark, markOf, type Point, turnLeft, turnRight, untouched } from "./marks.ts";

export type Tool = Mark["kind"] | "cut";
export const tools: readonly Tool[] = ["fault", "arrow", "ring", "pen", "cut"];

export type EditDesk = {
	edits: Edits;
	tool: Tool;
	choose: (tool: Tool) => void;
	/** Name of the fault the next mark gets. */
	words: string;
	setWords: (words: string) => void;
	/** The line under way, shown as what it will become. */
	line: readonly Point[];
	preview: Mark | undefined;
	previewCut: Box | undefined;
	begin: (at: Point) => void;
	/** Pens leave every point behind; others only keep where they began. */
	move: (to: Point) => void;
	/** Ends the line; it becomes a mark or a cut when it is one. */
	finish: () => void;
	drop: () => void;
	turn: (way: "left" | "right") => void;
	/** Takes the last step back. */
	undo: () => void;
	changed: boolean;
};

export function useEdits(firstWords: string): EditDesk {
	const [steps, setSteps] = useState<readonly Edits[]>([untouched]);
	const [tool, setTool] = useState<Tool>("fault");
	const [words, setWords] = useState(firstWords);
	const [line, setLine] = useState<readonly Point[]>([]);
	const edits = steps.at(-1) ?? untouched;
	const push = useCallback((make: (now: Edits) => Edits) => {
		setSteps((all) => [...all, make(all.at(-1) ?? untouched)]);
	}, []);
	const preview = tool === "cut" ? undefined : markOf(tool, line, words);
	const previewCut = tool === "cut" ? cutOf(line) : undefined;
	return {
		edits,
		tool,
		choose: (next) => {
			setTool(next);
			setLine([]);
		},
		words,
		setWords,
		line,
		preview,
		previewCut,
		begin: (at) => setLine([at]),
		move: (to) => setLine((now) => (tool === "pen" ? [...now, to] : [...now.slice(0, 1), to])),
		finish: () => {
			setLine([]);
			if (preview) push((now) => ({ ...now, marks: [...now.marks, preview] }));
			else if (previewCut) push((now) => ({ ...now, cut: previewCut }));
		},
		drop: () => setLine([]),
		turn: (way) => push(way === "left" ? turnLeft : turnRight),
		undo: () => {
			setLine([]);
			setSteps((all) => (all.length > 1 ? all.slice(0, -1) : all));
		},
		changed: steps.length > 1,
	};
}
