import { type MouseEvent, type ReactElement, useState } from "react";
import type { Zone } from "../../../domain/standard/vocab.ts";
import { drawingOf, type OutlineName, type ViewName } from "./drawings.ts";
import classes from "./outline.module.css";

export type OutlineViewProps = {
	outline: OutlineName;
	view: ViewName;
	zones: readonly Zone[];
	nameOf: (name: Zone["name"]) => string;
	mirrored: boolean;
	/** One of several drawings of the item: smaller, so that a pair fits. */
	apart: boolean;
	/** Numbered marks by zone. */
	pins: readonly { zone: string; number: number }[];
	onPick?: (zone: Zone) => void;
	picked: string | undefined;
	/** Wraps the zone's button, so that the choice opens beside it. */
	popover: (target: ReactElement, zone: Zone) => ReactElement;
};

/** The zone nearest to a place, in thousandths; `ratio` is the view's width over its height. */
export function nearestZone(zones: readonly Zone[], x: number, y: number, ratio: number): Zone | undefined {
	const away = (zone: Zone) => Math.hypot((zone.x - x) * ratio, zone.y - y);
	return zones.toSorted((a, b) => away(a) - away(b))[0];
}

/** One drawing. A tap anywhere goes to the nearest zone, so gloves don't have to aim. */
export function OutlineView(props: OutlineViewProps) {
	const { outline, view, zones, nameOf, mirrored, apart, pins, onPick, picked, popover } = props;
	const { width, height, path } = drawingOf(outline, view);
	const [near, setNear] = useState<Zone>();
	const zoneAt = (event: MouseEvent<HTMLElement>) => {
		const box = event.currentTarget.getBoundingClientRect();
		const across = ((event.clientX - box.left) / box.width) * 1000;
		return nearestZone(
			zones,
			mirrored ? 1000 - across : across,
			((event.clientY - box.top) / box.height) * 1000,
			width / height,
		);
	};
	const left = (zone: Zone) => `${(mirrored ? 1000 - zone.x : zone.x) / 10}%`;
	return (
		// biome-ignore lint/a11y/useKeyWithClickEvents: the zones' own buttons are for the keyboard
		// biome-ignore lint/a11y/noStaticElementInteractions: as above
		<div
			className={classes.drawing}
			style={{ aspectRatio: `${width} / ${height}`, width: `${width / (apart ? 25 : 17)}rem` }}
			data-active={onPick ? true : undefined}
			onMouseMove={(event) => onPick && setNear(zoneAt(event))}
			onMouseLeave={() => setNear(undefined)}
			onClick={(event) => {
				const zone =
					event.target instanceof SVGElement || event.target === event.currentTarget ? zoneAt(event) : undefined;
				if (zone) onPick?.(zone);
			}}
		>
			<svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" data-mirrored={mirrored || undefined}>
				<path d={path} />
			</svg>
			{zones.map((zone) => {
				const numbers = pins.filter((pin) => pin.zone === zone.code).map((pin) => pin.number);
				const place = { left: left(zone), top: `${zone.y / 10}%` };
				const lit = zone === near || zone.code === picked;
				if (!onPick) {
					return numbers.length === 0 ? null : (
						<span key={zone.code} className={classes.pin} style={place}>
							{numbers.join(",")}
						</span>
					);
				}
				return (
					<span key={zone.code} className={classes.spot} style={place} data-lit={lit || undefined}>
						{popover(
							<button
								type="button"
								className={numbers.length > 0 ? classes.pin : classes.dot}
								aria-label={numbers.length > 0 ? `${nameOf(zone.name)} ${numbers.join(", ")}` : nameOf(zone.name)}
								onClick={() => onPick(zone)}
							>
								{numbers.join(",")}
							</button>,
							zone,
						)}
						{lit && <span className={classes.spotName}>{nameOf(zone.name)}</span>}
					</span>
				);
			})}
		</div>
	);
}
