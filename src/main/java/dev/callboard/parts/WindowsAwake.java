package dev.callboard.parts;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Windows' own way to keep the screen on: a state of the thread that asks, until it asks again or ends. */
final class WindowsAwake {
    private static final Logger LOG = LoggerFactory.getLogger(WindowsAwake.class);
    /** From winbase.h: the state lasts; the machine is needed; its display is needed. */
    private static final int CONTINUOUS = 0x8000_0000;
    private static final int SYSTEM_REQUIRED = 0x1;
    private static final int DISPLAY_REQUIRED = 0x2;

    private WindowsAwake() {}

    static void ask(boolean awake) {
        try (Arena arena = Arena.ofConfined()) {
            MethodHandle call = Linker.nativeLinker().downcallHandle(
                    SymbolLookup.libraryLookup("kernel32", arena).find("SetThreadExecutionState").orElseThrow(),
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
            int before = (int) call
                    .invokeExact(awake ? CONTINUOUS | SYSTEM_REQUIRED | DISPLAY_REQUIRED : CONTINUOUS);
            LOG.debug("The display was in state {} before.", before);
        } catch (Throwable refused) {
            LOG.info("The screen saver cannot be asked: {}", refused.getMessage());
        }
    }
}
