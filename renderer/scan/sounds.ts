/**
 * Three short sounds, told apart without looking: understood (one high tone), not understood (two low ones),
 * attention (up and down). Made here, so no file has to load. Volume and off are kept on this workstation.
 */
import { z } from "zod";

export type Sound = "understood" | "not-understood" | "attention";
type Tone = { hz: number; atMs: number; forMs: number; shape: OscillatorType };

const sounds: Record<Sound, readonly Tone[]> = {
	understood: [{ hz: 1320, atMs: 0, forMs: 70, shape: "sine" }],
	"not-understood": [
		{ hz: 220, atMs: 0, forMs: 110, shape: "square" },
		{ hz: 165, atMs: 140, forMs: 170, shape: "square" },
	],
	attention: [
		{ hz: 740, atMs: 0, forMs: 90, shape: "triangle" },
		{ hz: 988, atMs: 110, forMs: 90, shape: "triangle" },
		{ hz: 740, atMs: 220, forMs: 120, shape: "triangle" },
	],
};

const settingsSchema = z.object({ on: z.boolean().catch(true), volume: z.number().min(0).max(1).catch(0.5) });
export type SoundSettings = z.infer<typeof settingsSchema>;
const storageKey = "welt.sounds";

export function soundSettings(): SoundSettings {
	try {
		return settingsSchema.parse(JSON.parse(localStorage.getItem(storageKey) ?? "{}"));
	} catch {
		return settingsSchema.parse({});
	}
}

export function saveSoundSettings(settings: SoundSettings): void {
	localStorage.setItem(storageKey, JSON.stringify(settings));
}

let context: AudioContext | undefined;

/** Plays at once; silent when sounds are off or the browser allows none yet. */
export function playSound(sound: Sound): void {
	const { on, volume } = soundSettings();
	if (!on || volume === 0) return;
	try {
		context ??= new AudioContext();
		void context.resume();
		for (const tone of sounds[sound]) play(context, tone, volume);
	} catch {
		// No sound device: the echo on screen says the same.
	}
}

function play(audio: AudioContext, tone: Tone, volume: number): void {
	const oscillator = audio.createOscillator();
	const gain = audio.createGain();
	const from = audio.currentTime + tone.atMs / 1000;
	const until = from + tone.forMs / 1000;
	// Square waves are louder to the ear than sines.
	const peak = volume * (tone.shape === "square" ? 0.12 : 0.3);
	oscillator.type = tone.shape;
	oscillator.frequency.value = tone.hz;
	gain.gain.setValueAtTime(0, from);
	gain.gain.linearRampToValueAtTime(peak, from + 0.008);
	gain.gain.setValueAtTime(peak, until - 0.02);
	gain.gain.linearRampToValueAtTime(0, until);
	oscillator.connect(gain).connect(audio.destination);
	oscillator.start(from);
	oscillator.stop(until);
}
