package io.conductatlas.gateway.ops;

import io.conductatlas.gateway.pages.parts.Frame;

/** @param refused whether name and password did not fit together just now */
record SignInPage(Frame frame, boolean refused) {}
