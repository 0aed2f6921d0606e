package dev.callboard.redis;

import java.net.SocketTimeoutException;
import java.util.regex.Pattern;

import org.redisson.client.RedisException;
import org.redisson.client.RedisTimeoutException;

import dev.callboard.refusals.Causes;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisRedirectionException;

/** Says in words for people why Redis did not answer: the client's own are advice to programmers. */
final class RedisFailures {
    private static final int LONGEST = 160;
    private static final Pattern CLASS_NAME = Pattern.compile("^(?:[\\w$]+\\.)*[\\w$]*(?:Exception|Error): ");
    /** The client adds which of its channels and parameters were concerned. */
    private static final Pattern CHANNEL = Pattern.compile("\\.? *channel: \\[.*");

    /** Which of its options to change, as the client advises. */
    private static final Pattern ADVICE = Pattern.compile("[.!]? *(?:Try to i|I)ncrease .*");

    /**
     * The server is there, but lets nobody in, or cannot serve at present: no answer to what was asked. Servers before version
     * 7 wrap what a command inside a script was told.
     */
    private static final Pattern NOT_NOW = Pattern.compile("(?:ERR Error running script .*?: )?-?(?:LOADING|BUSY |OOM"
            + "|READONLY|MISCONF|MASTERDOWN|CLUSTERDOWN|TRYAGAIN|NOREPLICAS|NOAUTH|WRONGPASS)");

    private RedisFailures() {}

    /** True for what the server itself said. */
    static boolean isAnswer(RuntimeException failure) {
        boolean isSaid = failure.getClass() == RedisException.class && failure.getCause() == null
                || failure instanceof JedisDataException && !(failure instanceof JedisRedirectionException);
        return isSaid && !NOT_NOW.matcher(String.valueOf(failure.getMessage())).lookingAt();
    }

    /** The innermost cause's message, in one line. */
    static String reason(Throwable failure) {
        Throwable cause = Causes.innermost(failure);
        if (cause instanceof RedisTimeoutException || cause instanceof SocketTimeoutException
                || cause.getMessage() == null) {
            return "no answer in time";
        }
        String line = cause.getMessage().strip().lines().findFirst().orElse("no answer in time");
        String words = CLASS_NAME.matcher(line).replaceFirst("");
        words = ADVICE.matcher(CHANNEL.matcher(words).replaceFirst("")).replaceFirst("");
        return words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words;
    }
}
