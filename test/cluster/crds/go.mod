// What the lane `kubernetes` takes its CRDs from: only downloaded, nothing is compiled.
module fairway.test/crds

go 1.24.0

require (
	istio.io/api v1.31.1
	sigs.k8s.io/gateway-api v1.4.1
)
