package io.conductatlas.gateway.pages;

import io.conductatlas.gateway.pages.parts.Frame;

/** That there is nothing to show, and why. */
record ProblemPage(Frame frame, int status, String title, String detail) {}
