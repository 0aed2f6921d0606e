package dev.callboard.board;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Two falling tones that fade out, reckoned here; a machine without sound is silent. */
public final class Chime implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Chime.class);
    private static final float RATE = 44_100;
    /** A fifth and a third of the scale, in hertz: E5, C5. */
    private static final double[] TONES = {659.25, 523.25};
    private static final double SECONDS_PER_TONE = 0.55;
    private static final double LOUDNESS = 0.45;

    /** The way to this machine's sound. */
    @FunctionalInterface
    interface Sound {
        /** A line for that format, not open yet. */
        SourceDataLine line(AudioFormat format) throws LineUnavailableException;
    }

    private final Sound sound;
    private boolean told;

    public Chime() {
        this(AudioSystem::getSourceDataLine);
    }

    Chime(Sound sound) {
        this.sound = sound;
    }

    /** Plays to the end. Sound that another program holds, or that comes late, is tried again with each call. */
    @Override
    public void run() {
        AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
        try (SourceDataLine line = sound.line(format)) {
            line.open(format);
            line.start();
            byte[] tones = tones();
            line.write(tones, 0, tones.length);
            line.drain();
            told = false;
        } catch (LineUnavailableException | IllegalArgumentException | IllegalStateException none) {
            if (!told) {
                told = true;
                LOG.info("There is no sound just now: calls are shown, without a chime. {}", none.getMessage());
            }
        }
    }

    static byte[] tones() {
        int samples = (int) (RATE * SECONDS_PER_TONE);
        byte[] bytes = new byte[TONES.length * samples * 2];
        for (int tone = 0; tone < TONES.length; tone++) {
            for (int sample = 0; sample < samples; sample++) {
                double seconds = sample / RATE;
                double value = Math.sin(2 * Math.PI * TONES[tone] * seconds) * Math.exp(-4 * seconds) * LOUDNESS;
                short level = (short) (value * Short.MAX_VALUE);
                int at = (tone * samples + sample) * 2;
                bytes[at] = (byte) level;
                bytes[at + 1] = (byte) (level >> 8);
            }
        }
        return bytes;
    }
}
