package io.conductatlas.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What stands after a command: options with a value, flags, and the rest. */
public final class Options {
    private final Map<String, String> values = new HashMap<>();
    private final List<String> operands = new ArrayList<>();

    /**
     * @param withValue the options that take a value, with their dashes
     * @param flags the options that take none
     */
    public Options(List<String> arguments, Set<String> withValue, Set<String> flags) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (withValue.contains(argument)) {
                if (++i == arguments.size()) {
                    throw new UsageException(argument + " needs a value");
                }
                values.put(argument, arguments.get(i));
            } else if (flags.contains(argument)) {
                values.put(argument, "");
            } else if (argument.startsWith("--")) {
                throw new UsageException("there is no option " + argument);
            } else {
                operands.add(argument);
            }
        }
    }

    public Optional<String> value(String option) {
        return Optional.ofNullable(values.get(option));
    }

    public String required(String option) {
        return value(option).orElseThrow(() -> new UsageException(option + " is missing"));
    }

    public boolean has(String flag) {
        return values.containsKey(flag);
    }

    public List<String> operands(int count) {
        if (operands.size() != count) {
            throw new UsageException(
                    count + " file" + (count == 1 ? "" : "s") + " expected, " + operands.size() + " given");
        }
        return operands;
    }
}
