/** What can be wrong with a virtual printer. Everything is off on a good day. */
export type VirtualFaults = {
	/** Keeps what it is sent and prints it when paper is back; a ZPL one is silent meanwhile, as Zebra's own are. */
	outOfPaper: boolean;
	/** Keeps what it is sent; says so. */
	paused: boolean;
	/** Says its head (ZPL, TSPL) or its cover (ESC/POS) is open and keeps what it is sent. */
	headOpen: boolean;
	/** Prints, and says that the roll is nearly used up (ESC/POS). */
	paperLow: boolean;
	/** Says that its cutter is stuck (ESC/POS) or paper is jammed (TSPL); a ZPL one has no word for it and pauses. */
	jammed: boolean;
	/** Takes that long for each label. */
	slowMs: number;
	/** Answers questions that much later. */
	lateMs: number;
	/** Resets the connection after that many bytes of labels; undefined = never. */
	dropAfter: number | undefined;
	/** Ends the connection in order after that many bytes of labels, and prints none of them; undefined = never. */
	closeAfter: number | undefined;
	/** Takes no connections at all. */
	refuse: boolean;
	/** Prints, but never answers and never closes. */
	silent: boolean;
	/** Answers questions with what another kind of device would say. */
	garbage: boolean;
	/** Takes the connection and never reads from it. */
	neverRead: boolean;
};

export const noFaults: VirtualFaults = {
	outOfPaper: false,
	paused: false,
	headOpen: false,
	paperLow: false,
	jammed: false,
	slowMs: 0,
	lateMs: 0,
	dropAfter: undefined,
	closeAfter: undefined,
	refuse: false,
	silent: false,
	garbage: false,
	neverRead: false,
};

/** Prints nothing until somebody sees to it. */
export const isHalted = (faults: VirtualFaults) =>
	faults.outOfPaper || faults.paused || faults.headOpen || faults.jammed;
