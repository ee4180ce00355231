/**
 * The vendor's own clients judge our wire. What they send is the nearest thing to the real service that can be had
 * offline: the emulator has to accept them, our client has to send what they send, and they have to understand what
 * the emulator answers.
 */
package io.camelsmc.vendor;
