import {
  Client,
  StreamableHTTPClientTransport,
  UnauthorizedError,
  type OAuthClientMetadata,
  type OAuthClientProvider,
  type OAuthDiscoveryState,
  type StoredOAuthClientInformation,
  type StoredOAuthTokens,
} from '@modelcontextprotocol/client'

/** An MCP app as its maker writes one: the SDK's client and a provider that keeps everything in memory. */
export class McpApp implements OAuthClientProvider {
  readonly redirectUrl: string
  readonly clientMetadataUrl?: string
  readonly #fetch: typeof globalThis.fetch
  client: StoredOAuthClientInformation | undefined
  kept: StoredOAuthTokens | undefined
  authorizationUrl: URL | undefined
  #verifier = ''
  #discovery: OAuthDiscoveryState | undefined

  constructor(
    options: {
      readonly clientMetadataUrl?: string
      readonly redirectUrl?: string
      readonly fetch?: typeof globalThis.fetch
    } = {},
  ) {
    this.redirectUrl = options.redirectUrl ?? 'http://127.0.0.1:53682/callback'
    if (options.clientMetadataUrl !== undefined) this.clientMetadataUrl = options.clientMetadataUrl
    this.#fetch = options.fetch ?? globalThis.fetch
  }

  get clientMetadata(): OAuthClientMetadata {
    return {
      client_name: 'Bed app',
      redirect_uris: [this.redirectUrl],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: 'none',
    }
  }
  state(): string {
    return 'state-of-the-app'
  }
  clientInformation(): StoredOAuthClientInformation | undefined {
    return this.client
  }
  saveClientInformation(client: StoredOAuthClientInformation): void {
    this.client = client
  }
  tokens(): StoredOAuthTokens | undefined {
    return this.kept
  }
  saveTokens(tokens: StoredOAuthTokens): void {
    this.kept = tokens
  }
  redirectToAuthorization(url: URL): void {
    this.authorizationUrl = url
  }
  saveCodeVerifier(verifier: string): void {
    this.#verifier = verifier
  }
  codeVerifier(): string {
    return this.#verifier
  }

  saveDiscoveryState(state: OAuthDiscoveryState): void {
    this.#discovery = state
  }
  discoveryState(): OAuthDiscoveryState | undefined {
    return this.#discovery
  }

  transport(endpoint: URL): StreamableHTTPClientTransport {
    return new StreamableHTTPClientTransport(endpoint, { authProvider: this, fetch: this.#fetch })
  }

  /** The names of the tools; throws UnauthorizedError when the person has to be asked first. */
  async tools(endpoint: URL): Promise<readonly string[]> {
    const client = new Client({ name: 'bed', version: '1.0.0' })
    await client.connect(this.transport(endpoint))
    try {
      const { tools } = await client.listTools()
      return tools.map(({ name }) => name)
    } finally {
      await client.close()
    }
  }

  /** Where the person has to go; the first call without a token. */
  async start(endpoint: URL): Promise<URL> {
    try {
      await this.tools(endpoint)
    } catch (error) {
      if (error instanceof UnauthorizedError && this.authorizationUrl !== undefined)
        return this.authorizationUrl
      throw error
    }
    throw new Error('The server let the app in without a token.')
  }

  /** Redeems what came back to the app's address. */
  async finish(endpoint: URL, callback: URL): Promise<void> {
    await this.transport(endpoint).finishAuth(callback.searchParams)
  }
}
