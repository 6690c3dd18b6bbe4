import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

/** A device with one passkey, in software: answers as a browser would for a page at `origin`. */
export class Authenticator {
  readonly id = randomBytes(16);
  readonly origin: string;
  readonly #key: KeyObject;
  readonly #point: { x: Buffer; y: Buffer };
  #count = 0;
  #user = '';

  constructor(origin: string) {
    this.origin = origin;
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x, y } = publicKey.export({ format: 'jwk' }) as { x: string; y: string };
    this.#key = privateKey;
    this.#point = { x: Buffer.from(x, 'base64url'), y: Buffer.from(y, 'base64url') };
  }

  /** What a browser sends when a passkey was made. */
  create(options: { challenge: string; user: { id: string }; rp: { id?: string } }) {
    this.#user = options.user.id;
    const publicKey = new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(this.#point.x)],
      [-3, new Uint8Array(this.#point.y)],
    ]);
    const length = Buffer.from([0, this.id.length]);
    const attested = Buffer.concat([Buffer.alloc(16), length, this.id, Buffer.from(isoCBOR.encode(publicKey))]);
    const authData = Buffer.concat([this.#head(options.rp.id ?? '', 0x45), attested]);
    const attestation = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', new Uint8Array(authData)],
    ]);
    return this.#answer({
      clientDataJSON: this.#clientData('webauthn.create', options.challenge),
      attestationObject: Buffer.from(isoCBOR.encode(attestation as never)).toString('base64url'),
      transports: ['internal'],
    });
  }

  /** What a browser sends when somebody signs in; `back` makes the device's count go back, as that of a copy would. */
  get(options: { challenge: string; rpId?: string }, { back = false, origin = this.origin, user = this.#user } = {}) {
    this.#count = back ? 0 : this.#count + 1;
    const clientDataJSON = this.#clientData('webauthn.get', options.challenge, origin);
    const authData = this.#head(options.rpId ?? '', 0x05);
    const signed = Buffer.concat([authData, sha256(Buffer.from(clientDataJSON, 'base64url'))]);
    return this.#answer({
      clientDataJSON,
      authenticatorData: authData.toString('base64url'),
      signature: sign('sha256', signed, this.#key).toString('base64url'),
      userHandle: user,
    });
  }

  #head(site: string, flags: number): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(this.#count);
    return Buffer.concat([sha256(Buffer.from(site)), Buffer.from([flags]), count]);
  }

  #clientData(type: string, challenge: string, origin = this.origin): string {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false })).toString('base64url');
  }

  #answer(response: object): string {
    const id = this.id.toString('base64url');
    return JSON.stringify({ id, rawId: id, type: 'public-key', response, clientExtensionResults: {} });
  }
}

function sha256(content: Buffer): Buffer {
  return createHash('sha256').update(content).digest();
}
