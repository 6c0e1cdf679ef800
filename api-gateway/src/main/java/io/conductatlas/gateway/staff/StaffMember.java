package io.conductatlas.gateway.staff;

import java.util.List;

/**
 * One of our staff.
 *
 * @param roles such as {@code viewer}, {@code operator}, {@code reviewer} or {@code admin}
 */
public record StaffMember(String name, List<String> roles) {
    public StaffMember {
        roles = List.copyOf(roles);
    }
}
